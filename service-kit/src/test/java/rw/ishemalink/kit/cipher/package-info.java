/** Tests of sealed columns. Invariant: what is in the database is looked at, not what the code says of it. */
@NullMarked
package rw.ishemalink.kit.cipher;

import org.jspecify.annotations.NullMarked;
