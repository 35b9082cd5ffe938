package dev.daystream.simulator.fitbit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.Sleep;
import dev.daystream.simulator.world.SleepStage;
import java.io.IOException;
import java.util.List;

/** Sleep records by the date on which the sleep ended. */
public final class SleepDocument {
    private SleepDocument() {}

    /** Returns the answer for one date, with its summary. */
    public static byte[] ofDay(DayModel model) {
        return Json.document(out -> {
            out.writeStartObject();
            records(out, List.of(model));
            summary(out, model.sleeps());
            out.writeEndObject();
        });
    }

    /** Returns the answer for an interval, newest first, without a summary. */
    public static byte[] ofDays(List<DayModel> newestFirst) {
        return Json.document(out -> {
            out.writeStartObject();
            records(out, newestFirst);
            out.writeEndObject();
        });
    }

    private static void records(JsonGenerator out, List<DayModel> models) throws IOException {
        out.writeArrayFieldStart("sleep");
        for (DayModel model : models) {
            for (int index = 0; index < model.sleeps().size(); index++) {
                new SleepRecord(model, model.sleeps().get(index), index).write(out);
            }
        }
        out.writeEndArray();
    }

    private static void summary(JsonGenerator out, List<Sleep> sleeps) throws IOException {
        out.writeObjectFieldStart("summary");
        List<Sleep> staged = sleeps.stream()
                .filter(sleep -> sleep.recording() == Sleep.Recording.STAGES)
                .toList();
        if (!staged.isEmpty()) {
            out.writeObjectFieldStart("stages");
            for (SleepStage stage : SleepRecord.ORDER) {
                out.writeNumberField(
                        stage.word(),
                        staged.stream().mapToInt(sleep -> sleep.minutes(stage)).sum());
            }
            out.writeEndObject();
        }
        out.writeNumberField(
                "totalMinutesAsleep",
                sleeps.stream().mapToInt(SleepRecord::minutesAsleep).sum());
        out.writeNumberField("totalSleepRecords", sleeps.size());
        out.writeNumberField(
                "totalTimeInBed",
                sleeps.stream().mapToInt(SleepRecord::minutesInBed).sum());
        out.writeEndObject();
    }
}
