package dev.daystream.simulator.fitbit;

import dev.daystream.simulator.world.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Who the person is and in which zone the wall clock hangs. */
public final class ProfileDocument {
    private ProfileDocument() {}

    /** Returns the answer as of {@code now}, when the person is in {@code zone}. */
    public static byte[] write(Person person, ZoneId zone, Instant now) {
        return Json.document(out -> {
            out.writeStartObject();
            out.writeObjectFieldStart("user");
            out.writeNumberField("age", person.age(LocalDate.ofInstant(now, zone)));
            out.writeStringField("dateOfBirth", person.birthDate().toString());
            out.writeStringField("displayName", person.name());
            out.writeStringField("distanceUnit", "METRIC");
            out.writeStringField("encodedId", person.userId());
            out.writeStringField("fullName", person.fullName());
            out.writeStringField("gender", person.female() ? "FEMALE" : "MALE");
            out.writeNumberField("height", person.body().height());
            out.writeStringField("heightUnit", "METRIC");
            out.writeStringField("locale", "en_GB");
            out.writeStringField("memberSince", person.memberSince().toString());
            out.writeNumberField(
                    "offsetFromUTCMillis", zone.getRules().getOffset(now).getTotalSeconds() * 1_000L);
            out.writeStringField("startDayOfWeek", "MONDAY");
            out.writeStringField("timezone", zone.getId());
            out.writeNumberField("weight", person.body().weight());
            out.writeStringField("weightUnit", "METRIC");
            out.writeEndObject();
            out.writeEndObject();
        });
    }
}
