/** Measurements, each as a ratio of two sides that take turns in one run. */
@NullMarked
package dev.daystream.bench;

import org.jspecify.annotations.NullMarked;
