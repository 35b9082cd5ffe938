package dev.daystream.source.fitbit;

import dev.daystream.model.Tokens;
import dev.daystream.source.SourceException;
import dev.daystream.source.TokenVault;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out access tokens that are still good, refreshing each participant's at most once at a time: a refresh token works only once, so
 * two refreshes at once would lose the consent. Another process may have refreshed them meanwhile, so the vault is asked first. Safe for
 * use by several threads.
 */
final class TokenKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(TokenKeeper.class);
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final OAuthClient oauth;
    private final Repetition repetition;
    private final TokenVault vault;
    private final Clock clock;
    private final Map<Long, Future<Tokens>> current = new HashMap<>();
    /** Renewed, but not kept yet because the vault could not be reached. */
    private final Map<Long, Tokens> unsaved = new ConcurrentHashMap<>();

    TokenKeeper(OAuthClient oauth, Repetition repetition, TokenVault vault, Clock clock) {
        this.oauth = oauth;
        this.repetition = repetition;
        this.vault = vault;
        this.clock = clock;
    }

    /** Returns tokens that are good for a minute at least. */
    synchronized Future<Tokens> of(long participant) {
        Future<Tokens> known = current.get(participant);
        boolean idle = known != null && known.succeeded();
        if (known == null || known.failed() || (idle && (isOld(known.result()) || unsaved.containsKey(participant)))) {
            known = load(participant)
                    .compose(tokens -> isOld(tokens) ? renew(participant, tokens) : Future.succeededFuture(tokens));
            current.put(participant, known);
        }
        return known;
    }

    /** Returns new tokens in the place of some that the source refused, unless they were replaced meanwhile. */
    synchronized Future<Tokens> insteadOf(long participant, Tokens refused) {
        Future<Tokens> known = current.get(participant);
        if (known == null || known.failed() || (known.succeeded() && isSame(known.result(), refused))) {
            known = load(participant)
                    .compose(tokens ->
                            isSame(tokens, refused) ? renew(participant, tokens) : Future.succeededFuture(tokens));
            current.put(participant, known);
        }
        return known;
    }

    private Future<Tokens> load(long participant) {
        Tokens waiting = unsaved.get(participant);
        if (waiting != null) {
            return save(participant, waiting);
        }
        return vault.load(participant)
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture(found.get())
                        : Future.failedFuture(new SourceException(
                                SourceException.Kind.NEEDS_CONSENT,
                                "The participant has not consented yet",
                                Duration.ZERO,
                                0)));
    }

    private Future<Tokens> renew(long participant, Tokens tokens) {
        // Repeated here: each of the requests that wait for it would send its data request anew with tokens already
        // refused.
        return repetition
                .of("The source did not renew the participant's tokens", () -> oauth.refresh(tokens))
                .compose(renewed -> save(participant, renewed))
                .recover(failure -> refreshedElsewhere(participant, tokens, failure));
    }

    /** Another process may have been faster with the same refresh token; what it gained is in the vault then. */
    private Future<Tokens> refreshedElsewhere(long participant, Tokens tried, Throwable failure) {
        if (!(failure instanceof SourceException)) {
            return Future.failedFuture(failure);
        }
        return vault.load(participant)
                .compose(found -> found.isPresent() && !isSame(found.get(), tried)
                        ? Future.succeededFuture(found.get())
                        : Future.failedFuture(failure));
    }

    private Future<Tokens> save(long participant, Tokens renewed) {
        return vault.save(participant, renewed)
                .onSuccess(saved -> unsaved.remove(participant, renewed))
                .recover(failure -> {
                    LOG.warn(
                            "Participant {}: renewed tokens could not be kept yet; they are in use, and kept later: {}",
                            participant,
                            failure.getMessage());
                    unsaved.put(participant, renewed);
                    return Future.succeededFuture();
                })
                .map(renewed);
    }

    private static boolean isSame(Tokens one, Tokens other) {
        return one.accessToken().equals(other.accessToken());
    }

    private boolean isOld(Tokens tokens) {
        return tokens.expiresAt().isBefore(clock.instant().plus(SLACK));
    }
}
