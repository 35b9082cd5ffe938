/** Every setting, read once at start and checked together. */
@NullMarked
package dev.daystream.config;

import org.jspecify.annotations.NullMarked;
