package dev.daystream.config;

import dev.daystream.model.ShorterDays;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of the program, as read from the environment; see docs/configuration.md.
 *
 * @param httpHost address that the API and the dashboard listen on
 * @param httpPort their TCP port; 0 takes a free one
 * @param httpNames Host names that are answered besides those of the loopback
 * @param dataDirectory where everything lies that is not in a named database
 * @param lakeDirectory where payloads are kept
 * @param database the server to use; null starts an embedded one
 * @param simulator whether days come from a simulator, our own unless {@code fitbitUrl} names one, and there are demonstration participants
 * @param simulatorPort its TCP port
 * @param simulatorSeed what makes its people who they are
 * @param heartRateEvery how densely it samples heart rate: {@code irregular} or seconds such as {@code 1s}
 * @param fitbitUrl where the Fitbit dialect is spoken; null is the simulator
 * @param clientId OAuth 2 client
 * @param clientSecret its secret
 * @param ingestEvery rhythm of one more day for each participant
 * @param firstDay first local day of the demonstration participants; null is one year back
 * @param firstDays days that the first start brings in at once
 * @param dailyAt Quartz cron expression of the daily second look
 * @param weeklyAt Quartz cron expression of the weekly second look
 * @param verifyAt Quartz cron expression of the check of roll-ups
 * @param retention how long samples are kept, by key of the metric; for ever where nothing is said
 * @param shorterDays what becomes of payloads with clearly fewer samples than what is in place
 * @param mail the server that letters to participants are handed to; null sends none
 * @param staticDirectory the built dashboard; null serves the API alone
 */
public record Settings(
        String httpHost,
        int httpPort,
        List<String> httpNames,
        Path dataDirectory,
        Path lakeDirectory,
        @Nullable DatabaseSettings database,
        boolean simulator,
        int simulatorPort,
        long simulatorSeed,
        String heartRateEvery,
        @Nullable URI fitbitUrl,
        String clientId,
        String clientSecret,
        Duration ingestEvery,
        @Nullable LocalDate firstDay,
        int firstDays,
        String dailyAt,
        String weeklyAt,
        String verifyAt,
        Map<String, Duration> retention,
        ShorterDays shorterDays,
        @Nullable MailSettings mail,
        @Nullable Path staticDirectory) {

    /**
     * Reads all settings.
     *
     * @param isCron tells whether a text is a cron expression
     * @throws SettingsException naming everything that is wrong at once
     */
    public static Settings read(Map<String, String> environment, Predicate<String> isCron) {
        Variables variables = new Variables(environment);
        Path data = variables.path("DAYSTREAM_DATA_DIR", "data");
        URI fitbit = variables.url("DAYSTREAM_FITBIT_URL");
        Settings settings = new Settings(
                variables.text("DAYSTREAM_HTTP_HOST", "127.0.0.1"),
                variables.port("DAYSTREAM_HTTP_PORT", 3000),
                variables.list("DAYSTREAM_HTTP_NAMES"),
                data,
                variables.path("DAYSTREAM_LAKE_DIR", data.resolve("lake").toString()),
                variables.database("DAYSTREAM_DATABASE_URL"),
                variables.flag("DAYSTREAM_SIMULATOR", fitbit == null),
                variables.port("DAYSTREAM_SIMULATOR_PORT", 8787),
                variables.number("DAYSTREAM_SIMULATOR_SEED", 42, Long.MIN_VALUE, Long.MAX_VALUE),
                variables.heartRateEvery("DAYSTREAM_SIMULATOR_HR_EVERY", "irregular"),
                fitbit,
                variables.text("DAYSTREAM_CLIENT_ID", "daystream"),
                variables.text("DAYSTREAM_CLIENT_SECRET", "daystream-demo"),
                variables.duration(
                        "DAYSTREAM_INGEST_EVERY", Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ofDays(7)),
                variables.date("DAYSTREAM_FIRST_DAY"),
                (int) variables.number("DAYSTREAM_FIRST_DAYS", 30, 1, 3660),
                variables.cron("DAYSTREAM_DAILY_AT", "0 30 4 * * ?", isCron),
                variables.cron("DAYSTREAM_WEEKLY_AT", "0 0 5 ? * SUN", isCron),
                variables.cron("DAYSTREAM_VERIFY_AT", "0 30 3 * * ?", isCron),
                variables.durations("DAYSTREAM_RETENTION", Duration.ofDays(1)),
                new ShorterDays(variables.choice("DAYSTREAM_SHORTER_DAYS", ShorterDays.USUAL.rule()), (int)
                        variables.number("DAYSTREAM_SHORTER_PERCENT", ShorterDays.USUAL.percent(), 1, 100)),
                variables.mail("DAYSTREAM_SMTP_URL", "DAYSTREAM_MAIL_FROM"),
                variables.optionalPath("DAYSTREAM_STATIC_DIR"));
        variables.finish();
        return settings;
    }

    /** Returns where the Fitbit dialect is spoken. */
    public URI sourceUrl() {
        return fitbitUrl != null ? fitbitUrl : URI.create("http://127.0.0.1:" + simulatorPort);
    }
}
