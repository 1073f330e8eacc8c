/** An S3 server over a folder, for one machine and for tests: the real protocol with signatures, not durability. */
@NullMarked
package rw.ishemalink.backup.server;

import org.jspecify.annotations.NullMarked;
