package dev.daystream.simulator.oauth;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an access or refresh token says.
 *
 * @param use access or refresh
 * @param person number of the person who agreed
 * @param scopes what they agreed to
 * @param issued epoch second
 * @param expires epoch second
 * @param family the consent that it goes back to
 * @param generation how often it was refreshed since
 */
public record Token(Use use, int person, Set<String> scopes, long issued, long expires, String family, int generation) {

    /** What a token is good for. */
    public enum Use {
        ACCESS,
        REFRESH
    }

    public Token {
        scopes = Set.copyOf(scopes);
    }

    /** Returns the scopes in one line, sorted. */
    public String scope() {
        return String.join(" ", new TreeSet<>(scopes));
    }

    String sealed(Signer signer) {
        return signer.seal(List.of(
                use.name(),
                Integer.toString(person),
                scope(),
                Long.toString(issued),
                Long.toString(expires),
                family,
                Integer.toString(generation)));
    }

    static @Nullable Token open(Signer signer, String sealed, Use use) {
        List<String> fields = signer.open(sealed);
        if (fields == null || !fields.get(0).equals(use.name())) {
            return null;
        }
        return new Token(
                use,
                Integer.parseInt(fields.get(1)),
                Set.of(fields.get(2).split(" ")),
                Long.parseLong(fields.get(3)),
                Long.parseLong(fields.get(4)),
                fields.get(5),
                Integer.parseInt(fields.get(6)));
    }
}
