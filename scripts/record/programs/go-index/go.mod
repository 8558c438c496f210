module go-index

go 1.19
