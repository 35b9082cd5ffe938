/** What parsers of all sources have in common: lenient numbers and wall times, columns of samples, rejections. */
@NullMarked
package dev.daystream.source.parsing;

import org.jspecify.annotations.NullMarked;
