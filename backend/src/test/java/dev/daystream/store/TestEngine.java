package dev.daystream.store;

import org.jspecify.annotations.Nullable;

/**
 * A kind of server that the store is tested on.
 *
 * <p>The system property {@code daystream.test.engine} lets every test run on one engine alone, those included that otherwise use the
 * embedded server only.
 */
public enum TestEngine {
    /** PostgreSQL as the program itself starts it. */
    EMBEDDED("embedded PostgreSQL"),
    /** TimescaleDB compiled to WebAssembly. One transaction at a time: nothing ever waits for a lock there. */
    WASM("TimescaleDB in WebAssembly"),
    /** TimescaleDB as its makers ship it. */
    CONTAINER("TimescaleDB in a container"),
    /** Whatever server is named in the environment. */
    NAMED("the server in " + TestServers.URL);

    /** The engine that all tests are confined to, if they are. */
    static final @Nullable TestEngine ONLY = only();

    private static TestEngine current = ONLY == null ? EMBEDDED : ONLY;

    private final String title;

    TestEngine(String title) {
        this.title = title;
    }

    private static @Nullable TestEngine only() {
        String name = System.getProperty("daystream.test.engine");
        return name == null ? null : valueOf(name);
    }

    /** Returns the engine that databases are created on now. */
    static synchronized TestEngine current() {
        return current;
    }

    static synchronized void use(TestEngine engine) {
        current = engine;
    }

    /** Whether databases go with the server, so that nobody has to drop them. */
    boolean isThrownAway() {
        return this == EMBEDDED || this == CONTAINER;
    }

    @Override
    public String toString() {
        return title;
    }
}
