namespace WaSaas.Application.Accounts;

/// <summary>What a signed-in person or an API key carries. Read again from the database at each request, never trusted from a cookie.</summary>
public static class PersonClaims
{
    /// <summary>Id of the shop that the person works in now; absent when she belongs to none.</summary>
    public const string Shop = "shop";

    /// <summary><see cref="Owner"/> or <see cref="Agent"/> in the shop; <see cref="Operator"/> beside it for those who run the installation.</summary>
    public const string Role = "role";

    /// <summary>Id of the sign-in that the cookie belongs to.</summary>
    public const string SignIn = "sid";

    /// <summary>Second (Unix) at which the person proved who she is.</summary>
    public const string ProvenAt = "proven";

    /// <summary>The person runs the installation, but proved only her password: she is led to a stronger sign-in first.</summary>
    public const string OperatorInWaiting = "operator-in-waiting";

    public const string Owner = "Owner";
    public const string Agent = "Agent";
    public const string Operator = "Operator";
}
