package dev.daystream.cli;

import dev.daystream.Wiring;
import dev.daystream.config.Settings;
import dev.daystream.model.Trigger;
import dev.daystream.schedule.Rhythm;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.quartz.SchedulerException;
import picocli.CommandLine.Command;

/** Runs the service until it is told to stop. */
@Command(name = "up", description = "Run the service until Ctrl-C.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    private static final int DEMONSTRATION_PARTICIPANTS = 3;

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> waitFor(told, stopped)));
        try (Session session = Session.configured()) {
            start(session);
            told.await();
            System.out.println();
            say("stopping");
        } finally {
            stopped.countDown();
        }
        say("stopped");
        return ExitCode.DONE;
    }

    /** Ctrl-C and SIGTERM arrive here; the process ends when this returns. */
    private static void waitFor(CountDownLatch told, CountDownLatch stopped) {
        told.countDown();
        try {
            stopped.await(15, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Session session) {
        Settings settings = session.settings();
        say("configuration  is in order");
        session.closeLater(onlyOne(settings));
        session.openDatabase(UpCommand::say);
        URI source = settings.sourceUrl();
        if (settings.simulator() && settings.fitbitUrl() == null) {
            source = session.startSimulator(settings.simulatorPort());
            say("simulator      on " + source);
        }
        ingest(session, source);
    }

    private static void ingest(Session session, URI source) {
        Settings settings = session.settings();
        ProgressLine progress =
                new ProgressLine(System.out, "first days", DEMONSTRATION_PARTICIPANTS * settings.firstDays());
        boolean[] first = {false};
        Wiring.Fetching fetching = session.fetching(source, ending -> {
            if (first[0]) {
                progress.day(ending);
            }
        });
        if (settings.simulator()) {
            first[0] = Session.await(fetching.firstStart().prepare()) > 0;
        }
        try {
            Rhythm rhythm = Rhythm.start(
                    session.vertx(),
                    fetching.schedule(),
                    fetching.refresh(),
                    settings.ingestEvery(),
                    settings.dailyAt(),
                    settings.weeklyAt());
            session.closeLater(() -> {
                rhythm.stop();
                Session.await(fetching.schedule().stop());
            });
        } catch (SchedulerException e) {
            throw new CommandException(ExitCode.FAILED, "The scheduler did not start: " + e.getMessage());
        }
        say("ingest         a day for each participant every "
                + settings.ingestEvery().toSeconds() + " s"
                + (first[0] ? "; first start: the first " + settings.firstDays() + " days are coming in" : ""));
        fetching.schedule().takeDue(first[0] ? Trigger.FIRST_START : Trigger.SCHEDULE);
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
