using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WaSaas.Infrastructure.Persistence.Tables;

/// <summary>
/// A random key of the installation that encrypts rows, itself wrapped by Data Protection: the database alone opens
/// nothing. Belongs to no shop; a shop's own key is derived from it.
/// </summary>
public sealed class WrappedKey
{
    public int Id { get; set; }

    /// <summary>What it is for, e.g. <c>wa-credential</c>.</summary>
    public string Purpose { get; set; } = "";

    public byte[] Value { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class WrappedKeyConfiguration : IEntityTypeConfiguration<WrappedKey>
{
    public void Configure(EntityTypeBuilder<WrappedKey> builder)
    {
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Purpose).HasMaxLength(60);
    }
}
