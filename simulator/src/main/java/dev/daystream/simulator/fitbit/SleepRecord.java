package dev.daystream.simulator.fitbit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.Sleep;
import dev.daystream.simulator.world.SleepStage;
import java.io.IOException;
import java.util.List;

/** One sleep in version 1.2 of the API. */
final class SleepRecord {
    static final List<SleepStage> ORDER = List.of(SleepStage.DEEP, SleepStage.LIGHT, SleepStage.REM, SleepStage.WAKE);

    private static final List<String> CLASSIC = List.of("asleep", "restless", "awake");

    private final DayModel model;
    private final Sleep sleep;
    private final int index;

    SleepRecord(DayModel model, Sleep sleep, int index) {
        this.model = model;
        this.sleep = sleep;
        this.index = index;
    }

    static int minutesInBed(Sleep sleep) {
        return sleep.epochs() / 2;
    }

    static int minutesAsleep(Sleep sleep) {
        return sleep.recording() == Sleep.Recording.STAGES
                ? minutesInBed(sleep) - sleep.minutes(SleepStage.WAKE)
                : classicMinutes(sleep, 0);
    }

    void write(JsonGenerator out) throws IOException {
        boolean staged = sleep.recording() == Sleep.Recording.STAGES;
        int asleep = minutesAsleep(sleep);
        int inBed = minutesInBed(sleep);
        out.writeStartObject();
        out.writeNumberField("logId", logId());
        out.writeStringField("dateOfSleep", model.day().date().toString());
        out.writeStringField("startTime", time(sleep.start()));
        out.writeStringField("endTime", time(sleep.end()));
        out.writeNumberField("duration", (sleep.end() - sleep.start()) * 1_000);
        out.writeNumberField("timeInBed", inBed);
        out.writeNumberField("minutesAsleep", asleep);
        out.writeNumberField("minutesAwake", inBed - asleep);
        out.writeNumberField("minutesToFallAsleep", 0);
        out.writeNumberField("minutesAfterWakeup", minutesAfterWakeup());
        out.writeNumberField("efficiency", efficiency(asleep, inBed));
        out.writeStringField("type", staged ? "stages" : "classic");
        out.writeNumberField("infoCode", sleep.infoCode());
        out.writeBooleanField("isMainSleep", sleep.main());
        out.writeStringField("logType", "auto_detected");
        out.writeObjectFieldStart("levels");
        if (staged) {
            stages(out);
        } else {
            classic(out);
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private long logId() {
        return model.day().date().toEpochDay() * 2_000_000 + model.person().number() * 10L + index;
    }

    /** Short wakes do not count against efficiency, as with the vendor. */
    private int efficiency(int asleep, int inBed) {
        int brief = 0;
        for (int epoch = 0; epoch < sleep.epochs(); epoch++) {
            brief += sleep.shortWake(epoch) ? 1 : 0;
        }
        return Math.min(100, Math.round(100f * asleep / Math.max(1, inBed - brief / 2)));
    }

    private int minutesAfterWakeup() {
        int epoch = sleep.epochs();
        while (epoch > 0 && sleep.stage(epoch - 1) == SleepStage.WAKE) {
            epoch--;
        }
        return (sleep.epochs() - epoch) / 2;
    }

    private void stages(JsonGenerator out) throws IOException {
        int[] counts = new int[ORDER.size()];
        out.writeArrayFieldStart("data");
        for (int from = 0, to; from < sleep.epochs(); from = to) {
            SleepStage stage = sleep.stage(from);
            to = from + 1;
            while (to < sleep.epochs() && sleep.stage(to) == stage) {
                to++;
            }
            counts[ORDER.indexOf(stage)]++;
            level(out, from, to, stage.word());
        }
        out.writeEndArray();
        out.writeArrayFieldStart("shortData");
        for (int from = 0; from < sleep.epochs(); from++) {
            if (sleep.shortWake(from)) {
                int start = from;
                while (from < sleep.epochs() && sleep.shortWake(from)) {
                    from++;
                }
                counts[ORDER.indexOf(SleepStage.WAKE)]++;
                level(out, start, from, SleepStage.WAKE.word());
            }
        }
        out.writeEndArray();
        stageSummary(out, counts);
    }

    private void stageSummary(JsonGenerator out, int[] counts) throws IOException {
        out.writeObjectFieldStart("summary");
        for (SleepStage stage : ORDER) {
            out.writeObjectFieldStart(stage.word());
            out.writeNumberField("count", counts[ORDER.indexOf(stage)]);
            out.writeNumberField("minutes", sleep.minutes(stage));
            out.writeNumberField("thirtyDayAvgMinutes", model.averages().of(stage));
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void classic(JsonGenerator out) throws IOException {
        int[] counts = new int[CLASSIC.size()];
        out.writeArrayFieldStart("data");
        int minutes = minutesInBed(sleep);
        for (int from = 0, to; from < minutes; from = to) {
            int level = classicLevel(sleep, from);
            to = from + 1;
            while (to < minutes && classicLevel(sleep, to) == level) {
                to++;
            }
            counts[level]++;
            level(out, 2 * from, 2 * to, CLASSIC.get(level));
        }
        out.writeEndArray();
        out.writeObjectFieldStart("summary");
        for (int level = 0; level < counts.length; level++) {
            out.writeObjectFieldStart(CLASSIC.get(level));
            out.writeNumberField("count", counts[level]);
            out.writeNumberField("minutes", classicMinutes(sleep, level));
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void level(JsonGenerator out, int fromEpoch, int toEpoch, String level) throws IOException {
        out.writeStartObject();
        out.writeStringField("dateTime", time(sleep.start() + (long) fromEpoch * Sleep.EPOCH));
        out.writeStringField("level", level);
        out.writeNumberField("seconds", (toEpoch - fromEpoch) * Sleep.EPOCH);
        out.writeEndObject();
    }

    private String time(long epochSecond) {
        return Json.dateTime(epochSecond, model.day()) + ".000";
    }

    private static int classicMinutes(Sleep sleep, int level) {
        int count = 0;
        for (int minute = 0; minute < minutesInBed(sleep); minute++) {
            count += classicLevel(sleep, minute) == level ? 1 : 0;
        }
        return count;
    }

    /** Returns 0 asleep, 1 restless, 2 awake: movement alone mistakes short wakes for restlessness. */
    private static int classicLevel(Sleep sleep, int minute) {
        int epoch = 2 * minute;
        if (sleep.stage(epoch) == SleepStage.WAKE || sleep.stage(epoch + 1) == SleepStage.WAKE) {
            return 2;
        }
        return sleep.shortWake(epoch) || sleep.shortWake(epoch + 1) ? 1 : 0;
    }
}
