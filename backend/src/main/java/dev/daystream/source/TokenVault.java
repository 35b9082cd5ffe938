package dev.daystream.source;

import dev.daystream.model.Tokens;
import io.vertx.core.Future;
import java.util.Optional;

/** Where a source's tokens are kept between requests and across restarts. */
public interface TokenVault {
    /** Returns a participant's tokens. */
    Future<Optional<Tokens>> load(long participant);

    /** Keeps a participant's tokens in the place of earlier ones; a refresh token that is not kept is lost. */
    Future<Void> save(long participant, Tokens tokens);
}
