/** The database: the only package that sees a SQL client. What is written here is committed before anyone is told. */
@NullMarked
package dev.daystream.store;

import org.jspecify.annotations.NullMarked;
