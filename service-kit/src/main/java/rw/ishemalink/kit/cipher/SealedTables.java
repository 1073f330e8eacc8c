package rw.ishemalink.kit.cipher;

import java.util.List;

/** Which tables of a service have sealed columns: one bean in each service that has any. */
public interface SealedTables {

    /** All of them. */
    List<SealedTable> list();
}
