using Microsoft.AspNetCore.Identity;

namespace WaSaas.Infrastructure.Identity;

/// <summary>A person who signs in. What she may do in a shop is a <c>Membership</c>; operators are marked here.</summary>
public sealed class AppUser : IdentityUser<Guid>
{
    public AppUser() => Id = Guid.CreateVersion7();

    public bool IsOperator { get; set; }

    /// <summary>fr or en.</summary>
    public string Language { get; set; } = "fr";

    /// <summary>As she wants to be called; empty as long as she did not say.</summary>
    public string Name { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
