package rw.ishemalink.local.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import rw.ishemalink.local.story.TraccarPhone.Fix;

/** A truck whose driver's phone takes a fix whenever somebody looks. */
public final class TrackedTruck {

    private final StoryContext context;
    private final Driver driver;
    private final TraccarPhone phone;
    private final Drive drive;
    private final List<Fix> taken = new ArrayList<>();

    TrackedTruck(StoryContext context, Driver driver, TraccarPhone phone, Point at) {
        this.context = context;
        this.driver = driver;
        this.phone = phone;
        this.drive = new Drive(at);
    }

    public Driver driver() {
        return driver;
    }

    public TraccarPhone phone() {
        return phone;
    }

    public Drive drive() {
        return drive;
    }

    /** Takes a fix. */
    public Fix look() {
        Fix fix = phone.take(drive.look());
        taken.add(fix);
        return fix;
    }

    /** The fixes since this was last asked. */
    public List<Fix> drain() {
        List<Fix> fixes = List.copyOf(taken);
        taken.clear();
        return fixes;
    }

    /** Goes on taking fixes until there is something to see. */
    public <T> T await(String what, Supplier<Optional<T>> see) {
        return new Patience(context.patience()).await(what, () -> {
            look();
            return see.get();
        });
    }

    /** Goes on taking fixes until it is there; the last of them. */
    public Fix arrive() {
        return await("the end of the way", () -> Optional.of(taken.getLast()).filter(fix -> fix.speedKmh() == 0));
    }
}
