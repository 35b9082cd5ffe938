/** The HTTP side: routes of the API, quota, and the switches that tests use. */
@NullMarked
package dev.daystream.simulator.http;

import org.jspecify.annotations.NullMarked;
