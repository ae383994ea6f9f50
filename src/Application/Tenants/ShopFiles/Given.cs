namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>A field of a file: left out (keep what is there), null (not set), or a value.</summary>
internal readonly record struct Given<T>(bool IsGiven, T Value)
{
    public T Or(T kept) => IsGiven ? Value : kept;
}

/// <summary>What is wrong, and where: <c>products[3].price</c>.</summary>
internal sealed class ShopFileException(string path, string problem) : Exception($"{path}: {problem}")
{
    public string Path => path;

    public string Problem => problem;
}
