/** What ends or happens when its time has come. Invariant: any number of instances meet each deadline once. */
@NullMarked
package rw.ishemalink.identity.deadline;

import org.jspecify.annotations.NullMarked;
