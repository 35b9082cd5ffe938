package dev.daystream.source.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.daystream.model.KeptText;
import dev.daystream.source.BadPayloadException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Parser of an account's profile: {@code {"user":{"encodedId","displayName","timezone","offsetFromUTCMillis","dateOfBirth"}}}. */
public final class ProfileParser {
    private ProfileParser() {}

    /**
     * Reads a profile.
     *
     * @throws BadPayloadException if it cannot be read, or lacks an id or a known time zone
     */
    public static Profile parse(byte[] payload) throws BadPayloadException {
        JsonNode[] user = {MissingNode.getInstance()};
        JsonPayload.read(
                payload,
                json -> JsonPayload.readFields(json, (field, value) -> {
                    if (!field.equals("user")) {
                        return false;
                    }
                    user[0] = value.readValueAsTree();
                    return true;
                }));
        return profile(user[0]);
    }

    private static Profile profile(JsonNode user) throws BadPayloadException {
        String id = JsonFields.text(user, "encodedId");
        String name = JsonFields.text(user, "displayName");
        Double offset = JsonFields.decimal(user, "offsetFromUTCMillis");
        if (id == null) {
            throw new BadPayloadException("The profile has no encodedId");
        }
        ZoneId zone = zone(JsonFields.text(user, "timezone"));
        return new Profile(
                id,
                name == null ? "" : KeptText.of(name),
                zone,
                offset == null ? 0 : Math.round(offset),
                birthDate(JsonFields.text(user, "dateOfBirth")));
    }

    /** Returns a date, or null: accounts may have none, and one that is not readable does no harm elsewhere. */
    private static @Nullable LocalDate birthDate(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZoneId zone(@Nullable String timezone) throws BadPayloadException {
        try {
            if (timezone != null) {
                return ZoneId.of(timezone);
            }
        } catch (DateTimeException e) {
            throw new BadPayloadException("The profile's timezone is not known: " + timezone, e);
        }
        throw new BadPayloadException("The profile has no timezone");
    }
}
