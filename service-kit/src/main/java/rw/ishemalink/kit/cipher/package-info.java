/** Identifiers of people, sealed column by column. Invariant: a sealed value opens only in the row and column that it was sealed for, and a service that cannot open its rows does not start. */
@NullMarked
package rw.ishemalink.kit.cipher;

import org.jspecify.annotations.NullMarked;
