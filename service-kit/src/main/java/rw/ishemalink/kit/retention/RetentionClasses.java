package rw.ishemalink.kit.retention;

import java.util.List;

/** What a service keeps for how long: one bean in each service. */
public interface RetentionClasses {

    /** All of it that ends. */
    List<RetentionClass> list();
}
