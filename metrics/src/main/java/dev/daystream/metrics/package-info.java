/** The metric catalogue, shared by the backend and the simulator. */
@NullMarked
package dev.daystream.metrics;

import org.jspecify.annotations.NullMarked;
