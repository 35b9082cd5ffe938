/** The way of a day: fetch, keep, parse, put in place, record. */
@NullMarked
package dev.daystream.ingest;

import org.jspecify.annotations.NullMarked;
