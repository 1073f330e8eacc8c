package rw.ishemalink.compliance.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.ExportFile;

/**
 * The declaration of an export as ASYCUDA World writes it (root ASYCUDA, what is absent is {@code <null/>}, spellings as
 * found). We fill in what the booking knows; the rest is the declarant's. Order is that of {@code xsd/sad.xsd}.
 */
final class SadXml {

    /** UN/ECE recommendation 19. */
    private static final String ROAD = "3";

    private static final String FRANCS = "RWF";
    private static final int NAME = 35;
    private static final int LONG_TEXT = 280;

    private final SadContent content;
    private final ExportFile export;
    private final List<SadItem> items;
    private final XmlTree xml = new XmlTree();

    private SadXml(SadContent content) {
        this.content = content;
        this.export = content.export();
        this.items = SadItem.listOf(export);
    }

    /**
     * The declaration, as valid as {@link ManifestSchema#SAD} can tell.
     *
     * @throws IllegalStateException when it is not
     */
    static String write(SadContent content) {
        return ManifestSchema.SAD.checked(new SadXml(content).write());
    }

    private String write() {
        return xml.branch("ASYCUDA", () -> {
                    xml.branch("Property", this::property)
                            .branch("Identification", this::identification)
                            .branch("Traders", this::traders)
                            .branch("Declarant", this::declarant)
                            .branch("General_information", this::general)
                            .branch("Transport", this::transport)
                            .branch("Financial", this::financial)
                            .absent("Warehouse")
                            .branch("Transit", this::transit)
                            .branch("Valuation", this::valuation);
                    items.forEach(item -> new SadItemXml(xml, export, content).write(item));
                })
                .end();
    }

    private void property() {
        xml.leaf("Sad_flow", "E", 1)
                .branch("Forms", () -> xml.leaf("Number_of_the_form", 1).leaf("Total_number_of_forms", items.size()))
                .branch("Nbers", () -> xml.absent("Number_of_loading_lists")
                        .leaf("Total_number_of_items", items.size())
                        .leaf("Total_number_of_packages", Totals.of(export).packages()))
                .absent("Place_of_declaration")
                .absent("Date_of_declaration")
                .leaf("Selected_page", 1);
    }

    private void identification() {
        xml.branch("Office_segment", () -> xml.maybe("Customs_clearance_office_code", officeCode(), 5)
                        .absent("Customs_Clearance_office_name"))
                .branch("Type", () -> xml.leaf("Type_of_declaration", "EX", 2)
                        .leaf(
                                "Declaration_gen_procedure_code",
                                content.procedure().generalProcedure(),
                                2)
                        .absent("Type_of_transit_document"))
                .leaf("Manifest_reference_number", content.manifest().reference(), 28);
        List.of("Registration", "Assessment", "receipt").forEach(this::numbered);
    }

    /** Customs number it, not we. */
    private void numbered(String name) {
        xml.branch(name, () -> xml.absent("Serial_number").absent("Number").absent("Date"));
    }

    private void traders() {
        xml.branch("Exporter", () -> xml.absent("Exporter_code").leaf("Exporter_name", content.exporter(), LONG_TEXT))
                .branch("Consignee", () -> xml.absent("Consignee_code")
                        .leaf("Consignee_name", export.consigneeName() + "\n" + export.consigneeAddress(), LONG_TEXT))
                .branch("Financial", () -> xml.absent("Financial_code").absent("Financial_name"));
    }

    private void declarant() {
        xml.absent("Declarant_code")
                .absent("Declarant_name")
                .absent("Declarant_representative")
                .branch("Reference", () -> xml.leaf("Number", content.reference(), 30));
    }

    private void general() {
        xml.branch("Country", () -> xml.leaf("Country_first_destination", export.destinationCountry(), 2)
                        .leaf("Trading_country", export.destinationCountry(), 2)
                        .branch("Export", () -> xml.leaf("Export_country_code", export.originCountry(), 2)
                                .absent("Export_country_name"))
                        .branch("Destination", () -> xml.leaf(
                                        "Destination_country_code", export.destinationCountry(), 2)
                                .absent("Destination_country_name"))
                        .absent("Country_of_origin_name"))
                .absent("Value_details");
    }

    private void transport() {
        String plate = content.manifest().vehiclePlate();
        xml.branch("Means_of_transport", () -> xml.branch("Departure_arrival_information", () -> vehicle(plate))
                        .branch("Border_information", () -> {
                            vehicle(plate);
                            xml.leaf("Mode", ROAD, 1);
                        })
                        .leaf("Inland_mode_of_transport", ROAD, 1))
                .leaf("Container_flag", "false", 5)
                .branch(
                        "Delivery_terms",
                        () -> xml.absent("Code").absent("Place").absent("Situation"))
                .branch("Border_office", () -> xml.maybe("Code", officeCode(), 5)
                        .leaf("Name", export.borderPost(), NAME))
                .branch("Place_of_loading", () -> xml.leaf("Code", content.loadingCode(), 5)
                        .leaf("Name", export.originLabel(), NAME)
                        .leaf("Country", export.originCountry(), 2))
                .absent("Location_of_goods");
    }

    private void vehicle(String plate) {
        xml.leaf("Identity", plate, 27).leaf("Nationality", export.originCountry(), 2);
    }

    /** The tree has no element for box 51, where the carnet belongs on paper: it is named as the guarantee. */
    private void financial() {
        String carnet = export.rctgReference();
        xml.branch("Guarantee", () -> xml.maybe("Name", carnet == null ? null : "RCTG " + carnet, NAME + 5)
                .absent("Amount")
                .absent("Date")
                .absent("Excluded_country"));
    }

    private void transit() {
        xml.branch("Principal", () -> xml.absent("Code").absent("Name").absent("Representative"))
                .branch("Signature", () -> xml.absent("Place").absent("Date"))
                .branch("Destination", () -> xml.absent("Office").leaf("Country", export.destinationCountry(), 2))
                .branch("Seals", () -> xml.leaf("Number", export.seals().size())
                        .maybe("Identity", export.seals().isEmpty() ? null : SealMarks.of(export.seals()), 20))
                .absent("Result_of_control")
                .absent("Time_limit")
                .absent("Officer_name");
    }

    private void valuation() {
        money("Gs_Invoice", export.declaredValue(), export.declaredCurrency());
        money("Gs_external_freight", content.freightRwf(), FRANCS);
        money("Gs_internal_freight", null, null);
        money("Gs_insurance", null, null);
    }

    private void money(String name, @Nullable Long amount, @Nullable String currency) {
        xml.branch(name, () -> SadItemXml.amounts(xml, amount, currency));
    }

    private @Nullable String officeCode() {
        return content.manifest().customsOfficeCode();
    }
}
