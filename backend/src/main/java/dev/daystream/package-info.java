/** Daystream: a desk for wearable data. */
@NullMarked
package dev.daystream;

import org.jspecify.annotations.NullMarked;
