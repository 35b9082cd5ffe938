package dev.daystream.model;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Takes letters to participants. */
public interface Mail {
    /** Where no mail server is named: nothing can be sent. */
    Mail NONE = new Mail() {
        @Override
        public boolean canSend() {
            return false;
        }

        @Override
        public Future<List<Optional<String>>> send(List<Letter> letters) {
            return Future.failedFuture(new IllegalStateException("No mail server is named"));
        }
    };

    /**
     * A letter.
     *
     * @param to one e-mail address
     * @param subject one line
     * @param text plain text
     */
    record Letter(String to, String subject, String text) {}

    /** Returns whether there is somebody to hand letters to. */
    boolean canSend();

    /** Hands letters over one by one, and returns for each, in their order, why it was not taken; empty if it was. */
    Future<List<Optional<String>>> send(List<Letter> letters);
}
