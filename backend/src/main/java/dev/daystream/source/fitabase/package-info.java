/** Reads Fitabase exports: cuts their files into days of participants, and parses those like any other payload. */
@NullMarked
package dev.daystream.source.fitabase;

import org.jspecify.annotations.NullMarked;
