package rw.ishemalink.notification.push;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** One reader's place; reads on from there whenever it is woken, one page after the other. */
final class Subscription {

    private static final Logger LOG = Logger.getLogger(Subscription.class);

    private final Notes notes;
    private final Reader reader;
    private final Consumer<Note> show;
    private final ReentrantLock lock = new ReentrantLock();
    private NotePlace place;
    private volatile boolean ended;

    Subscription(Notes notes, Reader reader, NotePlace after, Consumer<Note> show) {
        this.notes = notes;
        this.reader = reader;
        this.place = after;
        this.show = show;
    }

    /** Shows what is new. */
    void readOn() {
        lock.lock();
        try {
            List<Note> page;
            do {
                page = notes.listAfter(reader, place);
                page.forEach(this::show);
            } while (Notes.isFull(page) && !ended);
        } catch (RuntimeException e) {
            LOG.warnf("a reader's notes cannot be read now: %s", e.getClass().getSimpleName());
        } finally {
            lock.unlock();
        }
    }

    /** Shows nothing any more; false when that was so before. */
    boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    private void show(Note note) {
        if (!ended) {
            show.accept(note);
            place = NotePlace.find(note.id()).orElseThrow();
        }
    }
}
