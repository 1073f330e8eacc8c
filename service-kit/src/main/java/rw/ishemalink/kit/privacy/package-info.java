/** What the law on personal data (058/2021) has every service do the same way: hand a person a copy, and forget a person. Invariant: personal data leaves only to the person whose it is; who was forgotten stays forgotten. */
@NullMarked
package rw.ishemalink.kit.privacy;

import org.jspecify.annotations.NullMarked;
