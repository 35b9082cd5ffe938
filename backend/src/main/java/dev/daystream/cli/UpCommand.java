package dev.daystream.cli;

import dev.daystream.Wiring;
import dev.daystream.config.Settings;
import dev.daystream.figures.DerivedUpkeep;
import dev.daystream.http.HttpApi;
import dev.daystream.http.HttpSettings;
import dev.daystream.http.Readiness;
import dev.daystream.ingest.JobRunner;
import dev.daystream.ingest.Upkeep;
import dev.daystream.model.BeatState;
import dev.daystream.model.Clockwork;
import dev.daystream.model.RefreshState;
import dev.daystream.model.Trigger;
import dev.daystream.ops.DatabaseGauges;
import dev.daystream.ops.RollUpMetrics;
import dev.daystream.ops.ServiceMetrics;
import dev.daystream.query.Queries;
import dev.daystream.query.Service;
import dev.daystream.schedule.Beat;
import dev.daystream.schedule.Rhythm;
import dev.daystream.schedule.SkippedTime;
import dev.daystream.store.Announcements;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Runs the service until it is told to stop. */
@Command(name = "up", description = "Run the service until Ctrl-C.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private static final int DEMONSTRATION_PARTICIPANTS = 3;
    private static final int STOP_SECONDS = 15;
    private static final int DAILY_LOOKS_BACK = 3;
    private static final int WEEKLY_LOOKS_BACK = 14;
    private static final Duration JOBS_EVERY = Duration.ofSeconds(30);
    private static final Duration REFRESH_EVERY = Duration.ofSeconds(5);
    private static final Duration DERIVE_EVERY = Duration.ofSeconds(10);

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(told, ended, stopped)));
        try {
            run(told);
            stopped.set(true);
        } finally {
            ended.countDown();
        }
        return ExitCode.DONE;
    }

    private static void run(CountDownLatch told) throws InterruptedException {
        try (Session session = Session.configured()) {
            startUnlessTold(session, told);
            told.await();
            System.out.println();
            say("stopping");
        }
        say("stopped");
    }

    /** Ctrl-C and SIGTERM arrive here, and every other end too; the process ends when this returns. */
    private static void stop(CountDownLatch told, CountDownLatch ended, AtomicBoolean stopped) {
        told.countDown();
        try {
            if (ended.await(STOP_SECONDS, TimeUnit.SECONDS) && stopped.get()) {
                // Left alone, Java would give the signal as its exit code; but to stop when asked to is success.
                Runtime.getRuntime().halt(ExitCode.DONE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once Java is ending, it refuses some of what a start needs; who is told to stop need not complain about that. */
    private static void startUnlessTold(Session session, CountDownLatch told) {
        try {
            start(session);
        } catch (RuntimeException e) {
            if (told.getCount() > 0) {
                throw e;
            }
        }
    }

    private static void start(Session session) {
        Instant startedAt = Instant.now();
        Settings settings = session.settings();
        say("configuration  is in order");
        warnOfSkippedTimes(settings, startedAt);
        session.closeLater(onlyOne(settings));
        PrometheusMeterRegistry registry = ServiceMetrics.registry();
        session.openDatabase(UpCommand::say, registry);
        session.closeLater(new DatabaseGauges(
                registry,
                session.vertx(),
                session.wiring().sources(),
                session.wiring().verifications()));
        URI source = settings.sourceUrl();
        if (settings.simulator() && settings.fitbitUrl() == null) {
            source = session.startSimulator(settings.simulatorPort());
            say("simulator      on " + source);
        }
        Upkeep upkeep = session.wiring().upkeep();
        RollUpMetrics.bind(registry, upkeep);
        Service service = ingest(session, source, upkeep);
        Readiness readiness = new Readiness();
        HttpApi api = serve(session, registry, readiness, service, startedAt);
        readiness.ready();
        say("dashboard      http://localhost:" + api.port() + "   API http://localhost:" + api.port() + "/api/docs/");
        say("ready in %.1f s; stop with Ctrl-C"
                .formatted((System.currentTimeMillis() - startedAt.toEpochMilli()) / 1000.0));
    }

    /** A task at a time that a clock change leaves out does not run that day; better known before. */
    private static void warnOfSkippedTimes(Settings settings, Instant now) {
        warnOfSkippedTime("DAYSTREAM_DAILY_AT", settings.dailyAt(), now);
        warnOfSkippedTime("DAYSTREAM_WEEKLY_AT", settings.weeklyAt(), now);
        warnOfSkippedTime("DAYSTREAM_VERIFY_AT", settings.verifyAt(), now);
    }

    private static void warnOfSkippedTime(String setting, String cron, Instant now) {
        SkippedTime.first(cron, ZoneId.systemDefault(), now)
                .ifPresent(skipped -> say("warning        " + setting + " (" + cron + ") " + skipped.words()));
    }

    private static HttpApi serve(
            Session session,
            PrometheusMeterRegistry registry,
            Readiness readiness,
            Service service,
            Instant startedAt) {
        Settings settings = session.settings();
        Wiring wiring = session.wiring();
        Announcements announcements = Session.await(Announcements.listen(session.vertx(), wiring.database()));
        session.closeLater(() -> Session.await(announcements.close()));
        HttpSettings http = new HttpSettings(
                settings.httpPort(),
                settings.httpHost(),
                Set.copyOf(settings.httpNames()),
                settings.staticDirectory(),
                Daystream.VERSION,
                (int) settings.ingestEvery().toSeconds(),
                startedAt);
        Queries queries = Queries.of(wiring.database(), announcements, wiring.catalog(), Clock.systemUTC(), service);
        try {
            HttpApi api =
                    Session.await(HttpApi.start(session.vertx(), http, queries, wiring.catalog(), registry, readiness));
            session.closeLater(() -> Session.await(api.close()));
            return api;
        } catch (IllegalStateException e) {
            throw new CommandException(
                    ExitCode.UNAVAILABLE,
                    "The dashboard cannot listen on port " + settings.httpPort() + " (" + e.getMessage()
                            + "). Set DAYSTREAM_HTTP_PORT to another one.");
        }
    }

    private static Service ingest(Session session, URI source, Upkeep upkeep) {
        Settings settings = session.settings();
        ProgressLine line =
                new ProgressLine(System.out, "  first days", DEMONSTRATION_PARTICIPANTS * settings.firstDays());
        AtomicBoolean first = new AtomicBoolean();
        Wiring.Fetching fetching = session.fetching(source, ending -> {
            if (first.get()) {
                line.day(ending);
            }
        });
        if (settings.simulator()) {
            first.set(Session.await(fetching.firstStart().prepare()) > 0);
        }
        session.closeLater(() -> Session.await(fetching.schedule().stop()));
        Session.await(fetching.schedule().prepare());
        // Before the rhythm, whose first beat would take the same days as its own.
        fetching.schedule().takeDue(first.get() ? Trigger.FIRST_START : Trigger.SCHEDULE);
        JobRunner jobs = session.wiring().jobs(fetching);
        Session.await(jobs.start());
        session.closeLater(() -> Session.await(jobs.stop()));
        Clockwork clockwork = startRhythm(session, fetching, upkeep, jobs);
        say("ingest         a day for each participant every "
                + settings.ingestEvery().toSeconds() + " s"
                + (first.get()
                        ? "; first start: " + settings.firstDays() + " days of three people are coming in"
                        : ""));
        return session.wiring().service(fetching, jobs, clockwork);
    }

    private static Clockwork startRhythm(Session session, Wiring.Fetching fetching, Upkeep upkeep, JobRunner jobs) {
        Settings settings = session.settings();
        DerivedUpkeep derived = session.wiring().derivedUpkeep();
        long look = Math.min(15_000, Math.max(500, settings.ingestEvery().toMillis() / 10));
        Rhythm rhythm = Rhythm.start(
                session.vertx(),
                List.of(
                        Beat.every(
                                Duration.ofMillis(look),
                                "take-due",
                                "take in days that are due",
                                () -> fetching.schedule().takeDue(Trigger.SCHEDULE)),
                        Beat.at(
                                settings.dailyAt(),
                                "look-back-days",
                                "look again at the last days",
                                () -> fetching.refresh().lookBack(DAILY_LOOKS_BACK)),
                        Beat.at(
                                settings.weeklyAt(),
                                "look-back-weeks",
                                "look again at the last weeks",
                                () -> fetching.refresh().lookBack(WEEKLY_LOOKS_BACK)),
                        Beat.at(
                                settings.dailyAt(),
                                "profile-zones",
                                "ask for the time zones of profiles",
                                () -> fetching.profiles().look()),
                        Beat.at(settings.verifyAt(), Clockwork.VERIFY, "tidy up and verify roll-ups", upkeep::tidy),
                        Beat.every(REFRESH_EVERY, "refresh", "refresh roll-ups", upkeep::refresh),
                        Beat.every(DERIVE_EVERY, "derive", "bring derived figures up to date", derived::run),
                        Beat.every(JOBS_EVERY, "jobs", "look after jobs", jobs::look)),
                session.wiring().beats());
        session.closeLater(rhythm::stop);
        return new Clockwork() {
            @Override
            public List<BeatState> beats() {
                return rhythm.beats();
            }

            @Override
            public @Nullable RefreshState refreshed() {
                return upkeep.refreshed();
            }
        };
    }

    /** Two services on one data directory would take turns at the same days. */
    private static AutoCloseable onlyOne(Settings settings) {
        try {
            FileChannel file = FileChannel.open(
                    Files.createDirectories(settings.dataDirectory()).resolve("service.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                throw new CommandException(
                        ExitCode.UNAVAILABLE,
                        "Daystream already runs on " + settings.dataDirectory()
                                + ". Set DAYSTREAM_DATA_DIR and the ports for a second one.");
            }
            return file;
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.UNAVAILABLE,
                    "The data directory " + settings.dataDirectory() + " cannot be used: " + e.getMessage());
        }
    }

    private static void say(String line) {
        System.out.println("  " + line);
    }
}
