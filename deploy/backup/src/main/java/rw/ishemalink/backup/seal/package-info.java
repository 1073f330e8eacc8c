/**
 * Encryption in the age format (age-encryption.org/v1: X25519, ChaCha20-Poly1305). Who backs up needs the public recipient
 * only; the identity that opens lies elsewhere. Any {@code age} program opens what is sealed here.
 */
@NullMarked
package rw.ishemalink.backup.seal;

import org.jspecify.annotations.NullMarked;
