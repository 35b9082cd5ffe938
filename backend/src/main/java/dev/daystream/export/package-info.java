/** Exports: rows of what queries tell, in files of several formats. Knows neither SQL nor HTTP. */
@NullMarked
package dev.daystream.export;

import org.jspecify.annotations.NullMarked;
