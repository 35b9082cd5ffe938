/** Values made up for gaps: methods, rules and how good they are; pure, apart from the data. */
@NullMarked
package dev.daystream.impute;

import org.jspecify.annotations.NullMarked;
