/** The Fitbit Web API's dialect: consent, requests, and pure parsers of its payloads. */
@NullMarked
package dev.daystream.source.fitbit;

import org.jspecify.annotations.NullMarked;
