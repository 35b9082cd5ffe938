const PATHS = {
  study: 'M3 4.5h10M3 8h10M3 11.5h6',
  explore: 'M2.500 13.500h11M2.500 2.500v11M4.500 10.500l2.500-4 2.500 2.500 3.500-5.500',
  pipeline: 'M2.5 8h3l1.5-4 2.5 8 1.5-4h2.5',
  sleep: 'M12.500 10A5.500 5.500 0 0 1 6 3.500 5.500 5.500 0 1 0 12.500 10zM9.500 3h3l-3 3.500h3',
  activity: 'M9 2.500 4 9h3.500L7 13.500 12 7H8.500z',
  docs: 'M4 2.5h5.5L12 5v8.5H4zM9 2.5V5.5h3',
  left: 'M9.5 3.5 5 8l4.5 4.5',
  right: 'M6.5 3.5 11 8l-4.5 4.5',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  moon: 'M13 9.6A5.5 5.5 0 0 1 6.4 3 5.5 5.5 0 1 0 13 9.6z',
  system: 'M2.5 3.5h11v7.5h-11zM6 13.5h4',
  download: 'M8 2.500v7.500M4.800 7 8 10.200 11.200 7M3 13.500h10',
  print: 'M4.5 6v-3.500h7V6M4.500 11.500h-2v-5.500h11v5.500h-2M4.500 9.500h7v4h-7z',
  close: 'M4 4l8 8M12 4l-8 8',
  people:
    'M6 7.5a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4M2 13c.3-2.3 1.8-3.6 4-3.6s3.700 1.300 4 3.600M10.500 3.300a2.100 2.100 0 0 1 0 4.100M11.700 9.700c1.300.500 2.100 1.600 2.300 3.300',
  down: 'M4 6.500 8 10.500l4-4',
  copy: 'M5.5 5.5h7v8h-7zM10.500 5.500v-3h-7v8h2',
  insights: 'M3 13.500v-4M6.500 13.500v-8M10 13.500v-6M13.500 13.500v-11',
  more: 'M3.500 8h.010M8 8h.010M12.500 8h.010',
  sort: 'M5 3v10M5 13l-2-2M5 13l2-2',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing of 16 pixels in the colour of the text; it never stands for words alone. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
