package dev.daystream.source.fitbit;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who an account belongs to, and the zone that its wall times are told in.
 *
 * @param userId the vendor's id
 * @param displayName the name shown; empty if there is none
 * @param zone IANA zone at the time of the request
 * @param offsetMillis offset from UTC at the time of the request, as the vendor states it; 0 if it does not
 * @param birthDate as the person stated it, or null
 */
public record Profile(
        String userId,
        String displayName,
        ZoneId zone,
        long offsetMillis,
        @Nullable LocalDate birthDate) {}
