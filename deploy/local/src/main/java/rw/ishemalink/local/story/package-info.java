/**
 * The suite's story, played through the gateway as people would: with phones that try again, and one-time codes read
 * from SMS. Invariant: the story knows the suite by its public paths only, so that what it shows is true.
 */
@NullMarked
package rw.ishemalink.local.story;

import org.jspecify.annotations.NullMarked;
