package dev.daystream.http;

/** The page that explains every kind of problem; problem documents point at it. */
final class ProblemPage {
    private ProblemPage() {}

    static String html() {
        StringBuilder html = new StringBuilder("""
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Problems of the Daystream API</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}
                :target{background:#ff03}</style>
                <h1>Problems of the Daystream API</h1>
                """);
        for (Problem problem : Problem.values()) {
            html.append("<h2 id=\"%s\">%s (%d)</h2><p>%s</p>\n"
                    .formatted(problem.anchor(), problem.title(), problem.status(), problem.explanation()));
        }
        return html.append("</html>\n").toString();
    }
}
