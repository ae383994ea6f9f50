using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class PriceNegotiationConfiguration : IEntityTypeConfiguration<PriceNegotiation>
{
    public void Configure(EntityTypeBuilder<PriceNegotiation> builder)
    {
        builder.Ignore(n => n.Events);
        builder.Ignore(n => n.IsOverCart);
        builder.HasKey(n => new { n.TenantId, n.Id });
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.Property(n => n.State).HasJsonConversion();
        builder.Property(n => n.Steps).HasJsonConversion();
        builder.Property(n => n.SubjectKey).HasMaxLength(100);
        builder.HasIndex(n => new { n.TenantId, n.ContactId, n.SubjectKey }).IsUnique();
        builder.HasMany(n => n.Agreements).WithOne().HasForeignKey(a => new { a.TenantId, a.NegotiationId });
        builder.Navigation(n => n.Agreements).AutoInclude();
        builder.HasOne<Contact>().WithMany().HasForeignKey(n => new { n.TenantId, n.ContactId });
    }
}

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    private const string LinesField = "_lines";

    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("Agreements");
        builder.Ignore(a => a.Unit);
        builder.Ignore(a => a.Lines);
        builder.HasKey(a => new { a.TenantId, a.Id });

        // An id is there from the start: a new agreement found in the list is a new row all the same.
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property<List<PriceLine>>(LinesField).HasColumnName(nameof(Agreement.Lines)).HasJsonConversion();
    }
}
