package dev.daystream.source.fitabase;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.daystream.model.Rejection;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.parsing.RejectionLog;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Cuts a file into the rows of each participant's day; see {@link ExportFile#read}. Used once. */
final class DaySplitter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ExportFile file;
    private final ExportFile.Sink sink;
    private final Map<RowKeys.Key, Integer> rowsToCome = new HashMap<>();
    private final Map<RowKeys.Key, DayRows> open = new HashMap<>();
    private byte[] header = {};
    private long openBytes;

    /** Takes a complete day. */
    @FunctionalInterface
    interface DayTaker {
        void take(DayRows day);
    }

    /** Takes a line that is not blank, with the day it belongs to or null. */
    @FunctionalInterface
    private interface LineTaker {
        void take(ByteLines line, RowKeys keys, RowKeys.@Nullable Key key) throws BadPayloadException;
    }

    DaySplitter(ExportFile file, ExportFile.Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Reads the file: once to count the rows of each day, once to gather them. */
    void split(DayTaker taker) throws IOException, BadPayloadException {
        String refusal = read(0, (line, keys, key) -> count(key)).refusal();
        if (refusal != null) {
            throw new BadPayloadException(refusal);
        }
        read(1, (line, keys, key) -> gather(line, keys, key, taker));
        if (!rowsToCome.isEmpty()) {
            throw changed();
        }
        sink.progress(file.bytes(), file.bytes());
    }

    /** Reads all rows; returns what they say about the file. */
    private RowEvidence read(int pass, LineTaker taker) throws IOException, BadPayloadException {
        try (InputStream raw = new ProgressStream(file, sink, pass);
                InputStream stream = FitabaseExport.isGzipped(file.path()) ? new GZIPInputStream(raw, 1 << 16) : raw) {
            ByteLines lines = new ByteLines(stream);
            RowKeys keys = new RowKeys(columns(lines));
            while (lines.next()) {
                if (lines.line() > FitabaseLimits.ROWS) {
                    throw new BadPayloadException("The file has more than " + FitabaseLimits.ROWS + " rows");
                }
                if (!lines.isBlank()) {
                    taker.take(lines, keys, keys.of(lines.buffer(), lines.from(), lines.length()));
                }
            }
            return keys.evidence();
        } catch (EOFException | ZipException e) {
            throw new BadPayloadException("The file is cut short or no gzip file", e);
        }
    }

    private CsvColumns columns(ByteLines lines) throws IOException, BadPayloadException {
        if (!lines.next()) {
            throw new BadPayloadException("The file is empty");
        }
        header = lines.bytes();
        if (isUtf16(header)) {
            throw new BadPayloadException("The file is in UTF-16. Save it as UTF-8");
        }
        String text = new String(header, StandardCharsets.UTF_8).replace(BYTE_ORDER_MARK, "");
        try {
            return CsvColumns.of(
                    CsvReader.builder().ofSingleCsvRecord(text.stripTrailing()).getFields(), file.payload());
        } catch (CsvParseException e) {
            throw new BadPayloadException("The file has no header", e);
        }
    }

    /** Every second byte of digits and letters in UTF-16 is 0, which no UTF-8 text has. */
    private static boolean isUtf16(byte[] header) {
        for (byte one : header) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    private void count(RowKeys.@Nullable Key key) throws BadPayloadException {
        if (key == null) {
            return;
        }
        rowsToCome.merge(key, 1, Integer::sum);
        if (rowsToCome.size() > FitabaseLimits.DAYS) {
            throw new BadPayloadException("The file has more than " + FitabaseLimits.DAYS + " days of participants");
        }
    }

    private void gather(ByteLines line, RowKeys keys, RowKeys.@Nullable Key key, DayTaker taker)
            throws BadPayloadException {
        if (key == null) {
            String row = new String(line.bytes(), StandardCharsets.UTF_8).strip();
            sink.rejected(new Rejection(
                    Rejection.Reason.MALFORMED,
                    file.position(line.line()),
                    keys.fault() + ": " + RejectionLog.shorten(row)));
            return;
        }
        Integer toCome = rowsToCome.get(key);
        if (toCome == null) {
            throw changed();
        }
        DayRows day = open.computeIfAbsent(key, k -> new DayRows(k.externalId(), k.date(), header));
        day.add(line.buffer(), line.from(), line.length(), line.line());
        openBytes += line.length();
        check(day);
        if (toCome == 1) {
            rowsToCome.remove(key);
            open.remove(key);
            openBytes -= day.size() - header.length;
            taker.take(day);
        } else {
            rowsToCome.put(key, toCome - 1);
        }
    }

    private void check(DayRows day) throws BadPayloadException {
        if (day.size() > FitabaseLimits.DAY_BYTES || day.rows() > FitabaseLimits.DAY_ROWS) {
            throw new BadPayloadException("The file has more rows of participant " + day.externalId() + " on "
                    + day.date() + " than one day can have");
        }
        if (openBytes > FitabaseLimits.OPEN_BYTES) {
            throw new BadPayloadException("The file has the rows of " + open.size()
                    + " days mixed, more than fit into memory; sort it by participant and time");
        }
    }

    private BadPayloadException changed() {
        return new BadPayloadException("The file changed while it was read");
    }
}
