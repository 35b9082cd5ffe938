package dev.daystream.source.fitbit;

import dev.daystream.model.Tokens;
import dev.daystream.source.SourceException;
import dev.daystream.source.TokenVault;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Hands out access tokens that are still good, refreshing each participant's at most once at a time: a refresh token works only once, so
 * two refreshes at once would lose the consent. Safe for use by several threads.
 */
final class TokenKeeper {
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final OAuthClient oauth;
    private final TokenVault vault;
    private final Clock clock;
    private final Map<Long, Future<Tokens>> current = new HashMap<>();

    TokenKeeper(OAuthClient oauth, TokenVault vault, Clock clock) {
        this.oauth = oauth;
        this.vault = vault;
        this.clock = clock;
    }

    /** Returns tokens that are good for a minute at least. */
    synchronized Future<Tokens> of(long participant) {
        Future<Tokens> known = current.get(participant);
        if (known == null || known.failed() || (known.succeeded() && isOld(known.result()))) {
            known = vault.load(participant)
                    .compose(found -> found.isPresent()
                            ? Future.succeededFuture(found.get())
                            : Future.failedFuture(new SourceException(
                                    SourceException.Kind.NEEDS_CONSENT,
                                    "The participant has not consented yet",
                                    Duration.ZERO,
                                    0)))
                    .compose(tokens -> isOld(tokens) ? renew(participant, tokens) : Future.succeededFuture(tokens));
            current.put(participant, known);
        }
        return known;
    }

    /** Returns new tokens in the place of some that the source refused, unless they were replaced meanwhile. */
    synchronized Future<Tokens> insteadOf(long participant, Tokens refused) {
        Future<Tokens> known = current.get(participant);
        if (known == null || (known.succeeded() && known.result().accessToken().equals(refused.accessToken()))) {
            known = renew(participant, refused);
            current.put(participant, known);
        }
        return known;
    }

    private Future<Tokens> renew(long participant, Tokens tokens) {
        return oauth.refresh(tokens)
                .compose(renewed -> vault.save(participant, renewed).map(renewed));
    }

    private boolean isOld(Tokens tokens) {
        return tokens.expiresAt().isBefore(clock.instant().plus(SLACK));
    }
}
