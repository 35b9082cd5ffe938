package dev.daystream.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;

/** Heart-rate payloads of the Fitbit dialect, made up. */
final class HeartPayload {
    private HeartPayload() {}

    /** Returns a day with a sample every so many seconds. */
    static byte[] of(LocalDate date, int everySeconds, long seed) {
        Random random = new Random(seed);
        StringBuilder json = new StringBuilder(86_400 / everySeconds * 34 + 400)
                .append("{\"activities-heart\":[{\"dateTime\":\"")
                .append(date)
                .append("\",\"value\":{\"customHeartRateZones\":[],\"heartRateZones\":[],\"restingHeartRate\":57}}],")
                .append("\"activities-heart-intraday\":{\"dataset\":[");
        for (int second = 0; second < 86_400; second += everySeconds) {
            LocalTime time = LocalTime.ofSecondOfDay(second);
            json.append(second == 0 ? "" : ",")
                    .append("{\"time\":\"")
                    .append("%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond()))
                    .append("\",\"value\":")
                    .append(50 + random.nextInt(100))
                    .append('}');
        }
        return json.append("],\"datasetInterval\":1,\"datasetType\":\"second\"}}")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
