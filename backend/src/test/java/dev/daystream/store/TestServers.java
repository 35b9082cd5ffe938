package dev.daystream.store;

import dev.daystream.config.DatabaseSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** One server of each engine: started when it is first asked for, stopped with this process. */
final class TestServers {
    /** Names the environment variable with the address of a server, as {@link DatabaseSettings#parse} reads it. */
    static final String URL = "DAYSTREAM_TEST_DATABASE_URL";

    private static final Map<TestEngine, DatabaseSettings> STARTED = new EnumMap<>(TestEngine.class);
    private static final Map<TestEngine, String> MISSING = new EnumMap<>(TestEngine.class);

    private TestServers() {}

    /** Says that this machine has not got what an engine needs. */
    static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        Unavailable(String why) {
            super(why);
        }
    }

    /** Returns the engines to test on, in a fixed order; says why others are missing, once each. */
    static Stream<TestEngine> available() {
        TestEngine only = TestEngine.ONLY;
        return only == null ? Stream.of(TestEngine.values()).filter(TestServers::has) : Stream.of(only);
    }

    /** Returns how to reach a database of the server, in which others can be created. Blocks while the server starts. */
    static synchronized DatabaseSettings of(TestEngine engine) {
        DatabaseSettings server = has(engine) ? STARTED.get(engine) : null;
        if (server == null) {
            throw new IllegalStateException(engine + ": " + MISSING.get(engine));
        }
        return server;
    }

    static synchronized boolean has(TestEngine engine) {
        if (!STARTED.containsKey(engine) && !MISSING.containsKey(engine)) {
            try {
                STARTED.put(engine, start(engine));
            } catch (Unavailable e) {
                MISSING.put(engine, e.getMessage());
                System.out.println("The store is not tested on " + engine + ": " + e.getMessage());
            }
        }
        return STARTED.containsKey(engine);
    }

    private static DatabaseSettings start(TestEngine engine) throws Unavailable {
        return switch (engine) {
            case EMBEDDED -> EmbeddedTestServer.start();
            case WASM -> TimescaleWasm.start();
            case CONTAINER -> TimescaleContainer.start();
            case NAMED -> named();
        };
    }

    private static DatabaseSettings named() throws Unavailable {
        String url = System.getenv(URL);
        if (url == null || url.isBlank()) {
            throw new Unavailable("the variable is not set");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> TestDatabase.dropAll(TestEngine.NAMED)));
        return DatabaseSettings.parse(url);
    }
}
