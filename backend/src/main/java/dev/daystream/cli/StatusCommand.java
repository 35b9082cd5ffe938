package dev.daystream.cli;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.config.Settings;
import dev.daystream.store.Overview;
import dev.daystream.store.server.EmbeddedServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what is there and how it does. */
@Command(name = "status", description = "Say what is there and how it does.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        try (Session configured = Session.configured()) {
            Settings settings = configured.settings();
            DatabaseSettings running = settings.database() != null
                    ? settings.database()
                    : EmbeddedServer.running(settings.dataDirectory());
            if (running == null
                    && !settings.dataDirectory().resolve("postgresql").toFile().exists()) {
                System.out.println(
                        "There is nothing in " + settings.dataDirectory() + " yet. Start with: ./daystream up");
                return ExitCode.DONE;
            }
        }
        try (Session session = Session.open()) {
            Session.await(new Overview(session.wiring().database()).lines()).forEach(System.out::println);
        }
        return ExitCode.DONE;
    }
}
